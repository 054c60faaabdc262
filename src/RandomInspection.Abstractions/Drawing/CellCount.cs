namespace RandomInspection.Drawing;

/// <summary>How many units a cell has.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Population">N: all its units, 1 or more.</param>
/// <param name="Drawable">D: those that can be drawn, 0 to <paramref name="Population"/>.</param>
public sealed record CellCount(Cell Cell, long Population, long Drawable);
