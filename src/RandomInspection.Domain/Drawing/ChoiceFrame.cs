using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Drawing;

/// <summary>A frame whose units are choices: days, items, methods, regions or batches. It is frozen, committed to, drawn and verified like any other.</summary>
/// <remarks>All choices stand in one cell, so each is as likely as any other. Source: 沈政办发〔2020〕19号 一, 三(六); random-inspection-draw/1.</remarks>
public static class ChoiceFrame
{
    /// <summary>The class of every choice.</summary>
    public const string Class = "choice";

    /// <summary>The frame of these choices.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="choices">1 or more, distinct; each 1 to 55 visible ASCII characters, not starting with a colon: an item's code, a region's code, <c>2026-12-01</c>.</param>
    /// <exception cref="InputRefusedException">A choice is malformed (RI1101) or stands twice (RI1104).</exception>
    public static Frame Of(ChoiceKind kind, IEnumerable<string> choices)
    {
        Stratum stratum = StratumOf(kind);
        return Frame.Of(choices.Select(choice => new FrameUnit(choice, stratum, Class, Standing.Drawable)));
    }

    /// <summary>The frame of the days of a window.</summary>
    /// <param name="window">The window, both ends included.</param>
    /// <param name="isOpen">Which of its days may be drawn: the working days of the calendar in use.</param>
    public static Frame OfDays(DateInterval window, Func<LocalDate, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Of(ChoiceKind.Time, window.Where(isOpen).Select(LocalDatePattern.Iso.Format));
    }

    /// <summary>The design that takes so many choices, each as likely as any other.</summary>
    /// <param name="size">How many; all of them gives their order alone.</param>
    /// <param name="basis">Why this is drawn and not the subjects; published.</param>
    /// <exception cref="InputRefusedException">The size is out of range (RI1204).</exception>
    public static DesignDocument Take(int size, string basis) =>
        DesignDocument.Of(new DrawDesign.Fixed(size, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add(Class, 1)) { Basis = basis });

    /// <summary>What was drawn, in the order drawn: of several days or batches the first is the first.</summary>
    /// <param name="result">The result of a draw over such a frame.</param>
    public static ImmutableArray<string> Chosen(DrawResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Selected.Select(unit => unit.Id)];
    }

    /// <summary>The stratum that says what the choices are.</summary>
    /// <param name="kind">What they are.</param>
    public static Stratum StratumOf(ChoiceKind kind) => Stratum.Parse(kind switch
    {
        ChoiceKind.Time => "检查时间",
        ChoiceKind.Content => "检查内容",
        ChoiceKind.Method => "检查方式",
        ChoiceKind.Area => "检查区域",
        ChoiceKind.Order => "批次次序",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });
}
