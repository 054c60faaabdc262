namespace RandomInspection.Web.OpenData;

/// <summary>A column of an open data set.</summary>
/// <param name="Name">Its name in the files.</param>
/// <param name="Chinese">What it says, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Field">The redaction policy's name of it; <see langword="null"/> for numbers, states and moments that this system makes itself and that name nobody.</param>
/// <param name="Kind">How it stands in JSON.</param>
internal sealed record DataColumn(string Name, string Chinese, string English, string? Field = null, DataKind Kind = DataKind.Text);

/// <summary>How a value stands in JSON; in CSV all are text.</summary>
internal enum DataKind
{
    /// <summary>A string.</summary>
    Text = 0,

    /// <summary>A whole number.</summary>
    Number = 1,
}
