namespace RandomInspection.EntityFrameworkCore;

/// <summary>Some entries of a log that follow one another, as one thread reads them and another hashes them.</summary>
internal sealed class TreeBlock
{
    /// <summary>Entries at most: a power of two, so that full blocks are complete subtrees.</summary>
    public const int EntriesAtOnce = 4096;

    /// <summary>Their leaves.</summary>
    public LedgerLeafBatch Leaves { get; } = new(EntriesAtOnce);

    /// <summary>Why the entry behind them is not the next one, or cannot be read; <see langword="null"/> if that is not so.</summary>
    public Refusal? Unreadable { get; set; }
}
