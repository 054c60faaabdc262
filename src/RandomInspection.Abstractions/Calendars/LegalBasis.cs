namespace RandomInspection.Calendars;

/// <summary>The clause that a period or a rule stands on.</summary>
public sealed record LegalBasis
{
    /// <summary>Cites a clause.</summary>
    /// <param name="instrument">The law, regulation or document, for example 行政处罚法.</param>
    /// <param name="article">The article or section, for example 85; <see langword="null"/> for the whole.</param>
    /// <param name="disputed">What is disputed about it, and how it is read here; <see langword="null"/> if nothing is.</param>
    /// <exception cref="ArgumentException"><paramref name="instrument"/> is empty.</exception>
    public LegalBasis(string instrument, string? article = null, string? disputed = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        Instrument = instrument;
        Article = article;
        Disputed = disputed;
    }

    /// <summary>The law, regulation or document, for example 行政处罚法.</summary>
    public string Instrument { get; }

    /// <summary>The article or section, for example 85.</summary>
    public string? Article { get; }

    /// <summary>What is disputed about it, and how it is read here.</summary>
    public string? Disputed { get; }

    /// <summary>Instrument and article, for example 行政处罚法 85.</summary>
    public override string ToString() => Article is null ? Instrument : $"{Instrument} {Article}";
}
