namespace RandomInspection.Web.Shared;

/// <summary>The page of a list that is shown.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Total">Rows in all.</param>
internal readonly record struct ListPage(int Number, int Total)
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 50;

    /// <summary>Rows before the page.</summary>
    public int Skip => (Number - 1) * Size;

    /// <summary>The page that an address asks for; the nearest there is otherwise.</summary>
    public static ListPage Of(string? asked, int total) => new(PageNumber.Of(asked, PageNumber.Count(total, Size)), total);
}
