namespace RandomInspection.Drawing.Scale;

/// <summary>A frame that is read in blocks, as often as asked and never held as a whole: a file, a table of a database, a generator.</summary>
/// <remarks>
/// Every reading gives the same units in the order of ids by bytes, and every block but the last is full. A draw reads twice: counts
/// and root, then tickets. Source: random-inspection-draw/1 §1.
/// </remarks>
public interface IFrameSource
{
    /// <summary>The cells that its blocks name by number; they grow while it is read.</summary>
    FrameCells Cells { get; }

    /// <summary>Units in the frame, for progress; <see langword="null"/> where nobody knows before it is read.</summary>
    long? Size { get; }

    /// <summary>Begins a reading.</summary>
    IFrameReader Open();
}

/// <summary>One reading of a frame.</summary>
public interface IFrameReader : IDisposable
{
    /// <summary>Takes the next block; called by one thread at a time. What takes longer belongs into <see cref="Complete"/>.</summary>
    /// <param name="spare">A block to fill.</param>
    /// <returns>The spare block, or a block that the source keeps; <see langword="null"/> at the end.</returns>
    /// <exception cref="InputRefusedException">The source does not hold what a frame must be.</exception>
    FrameBlock? Next(FrameBlock spare);

    /// <summary>Finishes a block that was taken; called by many threads at once, each for a block of its own.</summary>
    /// <param name="block">The block.</param>
    /// <exception cref="InputRefusedException">The source does not hold what a frame must be.</exception>
    void Complete(FrameBlock block);
}
