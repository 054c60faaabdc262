using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>递补公告：the public addendum to the records of a task's list; the records themselves never change.</summary>
/// <param name="Task">The task.</param>
/// <param name="Draws">The draws that make up the list, the first one first.</param>
/// <param name="Changes">The changes in the order in which they took effect.</param>
/// <remarks>Built and read by <see cref="ReplacementsDocument"/>, whose bytes are what counts. Arrays compare by reference. Source: docs/replacements-format.md.</remarks>
public sealed record Replacements(string Task, ImmutableArray<ReplacementsDraw> Draws, ImmutableArray<PublishedChange> Changes);

/// <summary>A draw of a list.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Supplements">The draw whose list it supplements; <see langword="null"/> for the first one.</param>
/// <param name="Covers">The numbers of the changes whose shortfall it covers.</param>
/// <param name="Record">The digest of its record in the auditor's view, which every view of it names.</param>
public sealed record ReplacementsDraw(string Draw, string? Supplements, ImmutableArray<int> Covers, Digest Record);

/// <summary>One change of a list, as published.</summary>
/// <param name="Number">Its number, from 1; a number that is missing was a proposal without effect.</param>
/// <param name="Draw">The draw that drew both units.</param>
/// <param name="Goes">Who went.</param>
/// <param name="Ground">Why.</param>
/// <param name="Directory">The version of the directory that was read.</param>
/// <param name="Attempts">The days on which it was tried to reach the unit; none where the register decided.</param>
/// <param name="PassedOver">Reserves that the register showed to be gone, in order.</param>
/// <param name="Comes">Who came in; <see langword="null"/> where the cell had no reserve left.</param>
/// <param name="At">When.</param>
public sealed record PublishedChange(
    int Number,
    string Draw,
    SelectedUnit Goes,
    ReplacementGround Ground,
    long Directory,
    ImmutableArray<LocalDate> Attempts,
    ImmutableArray<PassedOverUnit> PassedOver,
    SelectedUnit? Comes,
    Instant At);

/// <summary>A reserve that was passed over, as published.</summary>
/// <param name="Unit">The reserve.</param>
/// <param name="Ground">What the register showed.</param>
public sealed record PassedOverUnit(SelectedUnit Unit, ReplacementGround Ground);
