using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>递补：one change of a task's list, from its proposal or its proof to its end.</summary>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record ListChange
{
    /// <summary>Its number within the list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The unit it is about.</summary>
    public required string Unit { get; init; }

    /// <summary>The draw that drew the unit.</summary>
    public required string Draw { get; init; }

    /// <summary>Why.</summary>
    public required ReplacementGround Ground { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListChangeState State { get; init; }

    /// <summary>When it came to stand there.</summary>
    public required Instant At { get; init; }

    /// <summary>The version of the directory that was read; <see langword="null"/> while it is only proposed.</summary>
    public long? DirectoryVersion { get; init; }

    /// <summary>Who came in; <see langword="null"/> if nobody did.</summary>
    public string? By { get; init; }

    /// <summary>Reserves that were passed over.</summary>
    public ImmutableArray<PassedOver> PassedOver { get; init; } = [];

    /// <summary>The attempts to reach the unit; none where the register decides.</summary>
    public ImmutableArray<ContactAttempt> Attempts { get; init; } = [];

    /// <summary>Who proposed it; <see langword="null"/> where the register decides.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>Who approved or declined it; <see langword="null"/> before, and where the register decides.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why it was declined.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>The supplementary draw that covers what the list is short of by it.</summary>
    public string? SupplementedBy { get; init; }
}

/// <summary>Where a change of a list stands.</summary>
public enum ListChangeState
{
    /// <summary>待批准：two attempts failed; a second person decides.</summary>
    Proposed = 0,

    /// <summary>未予批准：the unit stays on the list.</summary>
    Declined = 1,

    /// <summary>登记已证明：before anybody decided, the register proved the unit gone; that is a change of its own.</summary>
    Overtaken = 2,

    /// <summary>已递补：the first unused reserve of the cell came in.</summary>
    Replaced = 3,

    /// <summary>缺额：the cell had no reserve left.</summary>
    Short = 4,

    /// <summary>补充抽取中：a supplementary draw is under way.</summary>
    BeingSupplemented = 5,

    /// <summary>已补充：the selection of a supplementary draw joined the list.</summary>
    Supplemented = 6,

    /// <summary>无可补充：the cell had no unit left to draw.</summary>
    NobodyLeft = 7,
}
