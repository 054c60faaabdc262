using System.Globalization;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>A row for each checkpoint of the public log.</summary>
public sealed record CheckpointView : IView
{
    /// <summary>The size in decimal.</summary>
    public required string Key { get; init; }

    /// <summary>Entries it is about.</summary>
    public required long Size { get; init; }

    /// <summary>When it was signed.</summary>
    public required Instant At { get; init; }

    /// <summary>Why then.</summary>
    public required CheckpointOccasion Occasion { get; init; }

    /// <summary>The signed note as it stands now, with the witnesses' lines.</summary>
    public required string Note { get; init; }

    /// <summary>How many witnesses have cosigned it.</summary>
    public required int Cosignatures { get; init; }

    /// <summary>The row of a checkpoint just signed.</summary>
    /// <param name="signed">The event.</param>
    /// <param name="at">When.</param>
    public static CheckpointView Of(CheckpointEvent.Signed signed, Instant at)
    {
        ArgumentNullException.ThrowIfNull(signed);
        return new CheckpointView
        {
            Key = signed.Size.ToString(CultureInfo.InvariantCulture),
            Size = signed.Size,
            At = at,
            Occasion = signed.Occasion,
            Note = signed.Note,
            Cosignatures = 0,
        };
    }

    /// <summary>The row with a further signature line.</summary>
    /// <param name="cosigned">The event.</param>
    public CheckpointView With(CheckpointEvent.Cosigned cosigned)
    {
        ArgumentNullException.ThrowIfNull(cosigned);
        return this with { Note = $"{Note}{cosigned.Line}\n", Cosignatures = Cosignatures + 1 };
    }
}

/// <summary>Checkpoints, the largest first.</summary>
public sealed record NewestCheckpoints : Specification<CheckpointView>
{
    /// <summary>All of them.</summary>
    public NewestCheckpoints()
        : base(c => true, c => c.Size) => Descending = true;
}

/// <summary>Checkpoints that contain an entry, the smallest first.</summary>
/// <param name="Sequence">The entry's sequence.</param>
public sealed record CheckpointsWith(long Sequence) : Specification<CheckpointView>(c => c.Size >= Sequence, c => c.Size);
