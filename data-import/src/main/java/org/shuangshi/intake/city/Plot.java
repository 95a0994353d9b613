package org.shuangshi.intake.city;

/**
 * The smallest piece of the plan: what it is for, and its outline in metres.
 *
 * @param block plots of one block share it
 */
record Plot(int block, Use use, Shape outline) {}
