namespace RandomInspection.Ledger;

/// <summary>A row that follows from a stream by folding it, to list and to search; it can be thrown away and rebuilt.</summary>
public interface IView
{
    /// <summary>The row's key among those of its type.</summary>
    string Key { get; }
}
