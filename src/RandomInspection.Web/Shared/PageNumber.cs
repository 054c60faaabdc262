using System.Globalization;

namespace RandomInspection.Web.Shared;

/// <summary>The page of a list that an address asks for.</summary>
internal static class PageNumber
{
    /// <summary>A number from 1 to <paramref name="most"/>; 1 for whatever is none.</summary>
    public static int Of(string? asked, long most) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? (int)Math.Clamp(page, 1, Math.Max(1, Math.Min(most, int.MaxValue))) : 1;

    /// <summary>How many pages a list has.</summary>
    public static long Count(long rows, int pageSize) => (rows + pageSize - 1) / pageSize;
}
