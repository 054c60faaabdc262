using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>What a draw gave, as an auditor sees it.</summary>
/// <param name="Cells">All cells in the order of cells, those with expected count 0 included.</param>
/// <param name="Selected">The selected units in ticket order; they do not change. A large draw makes the object of a unit when it is asked for.</param>
/// <param name="Reserves">The reserves in the order of cells, then by rank.</param>
/// <remarks>Such records compare their lists by reference; compare the lists' elements. Source: random-inspection-draw/1 §6.</remarks>
public sealed record DrawResult(ImmutableArray<CellResult> Cells, IReadOnlyList<SelectedUnit> Selected, ImmutableArray<ReserveUnit> Reserves);

/// <summary>What a draw gave one cell.</summary>
/// <param name="Expectation">The cell, its units and its expected count.</param>
/// <param name="Size">Units selected: the floor or the ceiling of the expected count.</param>
/// <param name="Cutoff">The largest selected ticket; <see langword="null"/> for size 0.</param>
public sealed record CellResult(CellExpectation Expectation, long Size, Ticket? Cutoff);

/// <summary>A selected unit.</summary>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Id">Its id.</param>
public sealed record SelectedUnit(Ticket Ticket, string Id);

/// <summary>递补：a unit that stands ready to replace a selected one of its cell that the register shows to be gone.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Id">Its id.</param>
public sealed record ReserveUnit(Cell Cell, Ticket Ticket, string Id);
