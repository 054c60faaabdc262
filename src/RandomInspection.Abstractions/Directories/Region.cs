namespace RandomInspection.Directories;

/// <summary>An administrative region (行政区划) with its code.</summary>
/// <remarks>Source: GB/T 2260: two digits each for province, prefecture and county.</remarks>
public sealed record Region
{
    /// <summary>A region.</summary>
    /// <param name="code">Six digits by GB/T 2260.</param>
    /// <param name="chineseName">For example <c>沈河区</c>.</param>
    /// <param name="englishName">For example <c>Shenhe District</c>.</param>
    /// <param name="label">How directories name it, if that is not the Chinese name; obeys <see cref="DirectoryLabel"/>.</param>
    /// <exception cref="ArgumentException">The code is not six digits, a name is empty, or the label is none.</exception>
    public Region(string code, string chineseName, string englishName, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(chineseName);
        ArgumentException.ThrowIfNullOrWhiteSpace(englishName);
        if (code.Length != 6 || !code.AsSpan().ContainsOnlyAsciiDigits())
        {
            throw new ArgumentException($"A region code is six digits, not \"{code}\".", nameof(code));
        }

        label ??= chineseName;
        if (DirectoryLabel.Check(label) is { } fault)
        {
            throw new ArgumentException(fault.ToString(), nameof(label));
        }

        Code = code;
        ChineseName = chineseName;
        EnglishName = englishName;
        Label = label;
    }

    /// <summary>Six digits by GB/T 2260.</summary>
    public string Code { get; }

    /// <summary>The Chinese name.</summary>
    public string ChineseName { get; }

    /// <summary>The English name.</summary>
    public string EnglishName { get; }

    /// <summary>How directories name it: the Chinese name, or <c>市直</c> for what is registered with the city itself.</summary>
    public string Label { get; }

    /// <summary>The name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}
