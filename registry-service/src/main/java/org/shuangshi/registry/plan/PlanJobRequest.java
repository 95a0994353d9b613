package org.shuangshi.registry.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.grid.GridSetting;

/**
 * How grids are to be divided or rebalanced.
 *
 * @param setting whose household band holds; null: that of most grids there
 * @param seed the same seed makes the same plan of the same ground; null: 1
 * @param compoundsMayBeCut whether grids may end within a compound
 * @param newGrids whether rebalancing may open grids; null: yes
 * @param forbidden what no grid reaches across: classes of roads, or WATER
 * @param fresh ids of buildings that are new: nobody in them changes hands
 */
record PlanJobRequest(
    @Nullable GridSetting setting,
    @Nullable Long seed,
    @Nullable Boolean compoundsMayBeCut,
    @Nullable Boolean newGrids,
    @Nullable List<String> forbidden,
    @Nullable List<Long> fresh) {}
