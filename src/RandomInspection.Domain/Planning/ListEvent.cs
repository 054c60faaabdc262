using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What happens to a task's drawn list after the draw, as it stands in the ledger (stream <c>list/…</c>).</summary>
/// <remarks>Which reserve comes in follows from the record; the event names it so that nobody need recompute to read.</remarks>
public abstract record ListEvent
{
    private ListEvent()
    {
    }

    /// <summary>A unit was replaced by the first unused reserve of its cell.</summary>
    /// <param name="Number">The change's number within the list, from 1.</param>
    /// <param name="Unit">Who goes.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="DirectoryVersion">The version of the directory that was read for the unit and its reserves.</param>
    /// <param name="By">Who comes in.</param>
    /// <param name="PassedOver">Reserves before it that the register showed to be gone, in order.</param>
    /// <param name="Approver">The second person; <see langword="null"/> where the register decides and no person does.</param>
    /// <param name="At">When.</param>
    public sealed record Replaced(
        int Number, string Unit, ReplacementGround Ground, long DirectoryVersion, string By, ImmutableArray<PassedOver> PassedOver, string? Approver, Instant At)
        : ListEvent;

    /// <summary>A unit went and its cell had no reserve left: the list is short of one.</summary>
    /// <param name="Number">The change's number within the list, from 1.</param>
    /// <param name="Unit">Who goes.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="DirectoryVersion">The version of the directory that was read for the unit and its reserves.</param>
    /// <param name="PassedOver">The last reserves, which the register showed to be gone, in order.</param>
    /// <param name="Approver">The second person; <see langword="null"/> where the register decides and no person does.</param>
    /// <param name="At">When.</param>
    public sealed record FellShort(
        int Number, string Unit, ReplacementGround Ground, long DirectoryVersion, ImmutableArray<PassedOver> PassedOver, string? Approver, Instant At)
        : ListEvent;

    /// <summary>Somebody proposed to replace a unit that could not be reached.</summary>
    /// <param name="Number">The change's number within the list, from 1.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Attempts">The attempts, two or more, by day.</param>
    /// <param name="By">Who proposes.</param>
    /// <param name="At">When.</param>
    public sealed record Proposed(int Number, string Unit, ImmutableArray<ContactAttempt> Attempts, string By, Instant At) : ListEvent;

    /// <summary>A second person declined a proposal: the unit stays on the list.</summary>
    /// <param name="Number">The proposal's number.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    public sealed record Declined(int Number, string Reason, string By, Instant At) : ListEvent;

    /// <summary>A supplementary draw was prepared for what the list is short of.</summary>
    /// <param name="Draw">The supplementary draw.</param>
    /// <param name="Covers">The numbers of the changes by which the list fell short.</param>
    /// <param name="Size">Units it will select: fewer than it covers where the cells have no more.</param>
    public sealed record SupplementPrepared(string Draw, ImmutableArray<int> Covers, int Size) : ListEvent;

    /// <summary>The supplementary draw was voided: another may be prepared.</summary>
    /// <param name="Draw">The supplementary draw.</param>
    public sealed record SupplementReleased(string Draw) : ListEvent;

    /// <summary>The supplementary draw was made: its selection joined the list.</summary>
    /// <param name="Draw">The supplementary draw.</param>
    public sealed record Supplemented(string Draw) : ListEvent;

    /// <summary>The cells have no unit left to draw: the list stays short, for ever visible.</summary>
    /// <param name="Covers">The numbers of the changes by which the list fell short.</param>
    /// <param name="DirectoryVersion">The version of the directory that was read.</param>
    /// <param name="At">When.</param>
    public sealed record NobodyLeft(ImmutableArray<int> Covers, long DirectoryVersion, Instant At) : ListEvent;
}

/// <summary>A reserve that the register showed to be gone when its turn came: spent like one that was used.</summary>
/// <param name="Unit">The reserve.</param>
/// <param name="Ground">What the register showed.</param>
public sealed record PassedOver(string Unit, ReplacementGround Ground);
