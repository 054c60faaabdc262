namespace RandomInspection.Drawing.Scale;

/// <summary>Something for each cell of a source by its number, made when the cell is first met.</summary>
internal sealed class CellNumbers<T>(FrameCells cells, Func<int, T> make)
{
    private T[] _byNumber = [];

    public ReadOnlySpan<T> Known => _byNumber;

    public T this[int number]
    {
        get
        {
            if (number >= _byNumber.Length)
            {
                Grow();
            }

            return _byNumber[number];
        }
    }

    private void Grow() => _byNumber = [.. _byNumber, .. Enumerable.Range(_byNumber.Length, cells.Count - _byNumber.Length).Select(make)];
}
