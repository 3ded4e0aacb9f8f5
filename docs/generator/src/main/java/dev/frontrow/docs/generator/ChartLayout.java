package dev.frontrow.docs.generator;

import dev.frontrow.docs.generator.Chart.Arrow;
import dev.frontrow.docs.generator.Chart.Box;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.SplineRoutingMode;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where ELK's layered layout puts a chart's boxes and arrows.
 *
 * <p>A column is a layer because that is where its boxes are at first. ELK's partitions would say it more plainly, but with
 * them it draws the same chart in another way each time.
 */
final class ChartLayout {

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Arrow, ElkEdge> edges = new LinkedHashMap<>();

    ChartLayout(Chart chart, double width, ToDoubleFunction<Box> height) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID)
                .setProperty(LayeredOptions.DIRECTION, Direction.RIGHT)
                .setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE)
                .setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false)
                .setProperty(LayeredOptions.RANDOM_SEED, 1)
                .setProperty(LayeredOptions.THOROUGHNESS, 100)
                .setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX)
                .setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES)
                .setProperty(LayeredOptions.EDGE_ROUTING_SPLINES_MODE, SplineRoutingMode.CONSERVATIVE)
                .setProperty(LayeredOptions.SPACING_NODE_NODE, 12.0)
                .setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
        for (var box : chart.boxes()) {
            var node = ElkGraphUtil.createNode(graph);
            node.setX(box.column() * 2 * width);
            node.setDimensions(width, height.applyAsDouble(box));
            nodes.put(box.id(), node);
        }
        for (var arrow : chart.arrows()) {
            edges.put(arrow, ElkGraphUtil.createSimpleEdge(node(arrow.from()), node(arrow.to())));
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    }

    private ElkNode node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    ElkNode of(Box box) {
        return node(box.id());
    }

    ElkEdgeSection of(Arrow arrow) {
        return Objects.requireNonNull(edges.get(arrow)).getSections().getFirst();
    }

    double width() {
        return graph.getWidth();
    }

    double height() {
        return graph.getHeight();
    }
}
