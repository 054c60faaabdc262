namespace RandomInspection.Drawing.Scale;

/// <summary>A reading that counts cells and hashes nothing.</summary>
internal sealed class CellWorker(FrameCells cells, FrameRoots order) : IBlockWorker
{
    /// <summary>What was counted.</summary>
    public CellNumbers<CellTally> Cells { get; } = CellTally.Of(cells);

    public void Take(long number, FrameBlock block)
    {
        FrameOrder.Check(block, number * FrameBlock.Capacity);
        ReadOnlySpan<bool> drawable = block.Drawable;
        for (int unit = 0; unit < block.Count; unit++)
        {
            Cells[block.Cells[unit]].Count(drawable[unit]);
        }

        order.Add(number, block, root: null);
    }
}
