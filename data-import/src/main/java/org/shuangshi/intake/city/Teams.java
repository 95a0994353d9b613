package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Who answers for each grid: a leader, the neighbour's leader as stand-in, assistants, officers.
 */
final class Teams {
  /**
   * A post.
   *
   * @param role LEADER, STAND_IN, ASSISTANT, INFORMATION_OFFICER
   */
  record Post(Area grid, String role, String name, String phone) {}

  private final List<Area> grids;
  private final List<List<Post>> posts = new ArrayList<>();

  Teams(CityPlan plan, List<Area> grids, Documents documents) {
    this.grids = grids;
    List<Post> leaders = new ArrayList<>();
    for (int g = 0; g < grids.size(); g++) {
      Dice dice = plan.dice("team", g);
      leaders.add(new Post(grids.get(g), "LEADER", PersonNames.any(dice), documents.phone(dice)));
    }
    for (int g = 0; g < grids.size(); g++) {
      Area grid = grids.get(g);
      Dice dice = plan.dice("helpers", g);
      List<Post> team = new ArrayList<>(List.of(leaders.get(g)));
      if (grids.size() > 1) {
        Post other = leaders.get(neighbour(g));
        team.add(new Post(grid, "STAND_IN", other.name(), other.phone()));
      }
      int assistants = grid.country ? dice.whole(2, 3) : dice.whole(2, 5);
      for (int i = 0; i < assistants; i++) {
        team.add(new Post(grid, "ASSISTANT", PersonNames.any(dice), documents.phone(dice)));
      }
      int officers = dice.whole(1, 3);
      for (int i = 0; i < officers; i++) {
        team.add(
            new Post(grid, "INFORMATION_OFFICER", PersonNames.any(dice), documents.phone(dice)));
      }
      posts.add(team);
    }
  }

  /** The nearest grid of the same community, which the list keeps together. */
  private int neighbour(int g) {
    String community = grids.get(g).code.substring(0, 12);
    int best = g == 0 ? 1 : g - 1;
    double least = Double.MAX_VALUE;
    for (int i = Math.max(0, g - 40); i < Math.min(grids.size(), g + 40); i++) {
      Area other = grids.get(i);
      if (i != g && other.code.startsWith(community)) {
        double away =
            Plane.distance(
                grids.get(g).centreX(), grids.get(g).centreY(), other.centreX(), other.centreY());
        if (away < least) {
          least = away;
          best = i;
        }
      }
    }
    return best;
  }

  List<Post> of(int grid) {
    return posts.get(grid);
  }

  /** Somebody of the team who makes rounds. */
  String visitor(int grid, Dice dice) {
    List<Post> team = posts.get(grid);
    List<Post> walkers = team.stream().filter(post -> post.role().equals("ASSISTANT")).toList();
    return dice.pick(walkers).name();
  }
}
