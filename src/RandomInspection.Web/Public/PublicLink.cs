namespace RandomInspection.Web.Public;

/// <summary>Something public that the home page leads to, in the reader's language.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Href">Where it is.</param>
public sealed record PublicLink(string Title, string Href)
{
    /// <summary>Who and when, in one line.</summary>
    public string? Line { get; init; }

    /// <summary>A figure at the right, for example 150 / 5,000.</summary>
    public string? Figure { get; init; }
}
