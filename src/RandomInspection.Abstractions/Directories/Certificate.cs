using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Directories;

/// <summary>A certificate of administrative enforcement (执法证).</summary>
/// <remarks>Source: 三(四), 行政处罚法 42, 55.</remarks>
public sealed record Certificate
{
    /// <summary>How many characters a number has at most: 64.</summary>
    public const int MaximumNumberLength = 64;

    /// <summary>A certificate.</summary>
    /// <param name="Number">The number printed on it: 1 to 64 characters, no white space at its ends, no semicolon, no control, format or broken character.</param>
    /// <param name="ValidFrom">The first day on which it is valid.</param>
    /// <param name="ValidTo">The last day on which it is valid.</param>
    /// <exception cref="InputRefusedException">The number is none (RI5209), or it ends before it begins (RI5210).</exception>
    public Certificate(string Number, LocalDate ValidFrom, LocalDate ValidTo)
    {
        ArgumentNullException.ThrowIfNull(Number);
        if (Check(Number, ValidFrom, ValidTo) is { } fault)
        {
            throw new InputRefusedException(fault);
        }

        this.Number = Number;
        this.ValidFrom = ValidFrom;
        this.ValidTo = ValidTo;
    }

    /// <summary>The number printed on it.</summary>
    public string Number { get; }

    /// <summary>The first day on which it is valid.</summary>
    public LocalDate ValidFrom { get; }

    /// <summary>The last day on which it is valid, not before <see cref="ValidFrom"/>.</summary>
    public LocalDate ValidTo { get; }

    /// <summary>Why there is no such certificate (RI5209, RI5210), or <see langword="null"/> if there can be.</summary>
    /// <param name="number">A number.</param>
    /// <param name="validFrom">The first day.</param>
    /// <param name="validTo">The last day.</param>
    public static Refusal? Check(string number, LocalDate validFrom, LocalDate validTo)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.Length is 0 or > MaximumNumberLength || number.Trim() != number || number.AsSpan().ContainsAny(";；") || ShownText.Of(number) != number)
        {
            return InspectorRefusals.CertificateNumberMalformed.With(("value", ShownText.Of(number)), ("most", MaximumNumberLength));
        }

        return validTo < validFrom
            ? InspectorRefusals.CertificateEndsBeforeItBegins.With(
                ("number", number), ("from", LocalDatePattern.Iso.Format(validFrom)), ("to", LocalDatePattern.Iso.Format(validTo)))
            : null;
    }
}
