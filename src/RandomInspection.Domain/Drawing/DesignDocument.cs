using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>A design as published: the exact text whose digest counts, and what it says.</summary>
/// <remarks>Source: random-inspection-draw/1 §2.</remarks>
public sealed class DesignDocument
{
    private const string Name = "design";

    private DesignDocument(string text, DrawDesign design)
    {
        Text = text;
        Design = design;
    }

    /// <summary>The document's text; its UTF-8 is what gets hashed.</summary>
    public string Text { get; }

    /// <summary>What it says.</summary>
    public DrawDesign Design { get; }

    /// <summary>The shortest document of a design: members in the order of the specification, nothing between them.</summary>
    /// <param name="design">The design.</param>
    /// <exception cref="InputRefusedException">A value is out of its range (RI1204), or a class is malformed (RI1102).</exception>
    public static DesignDocument Of(DrawDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Parse(DesignText.Of(design));
    }

    /// <summary>Reads a design strictly.</summary>
    /// <param name="text">The document's text.</param>
    /// <exception cref="InputRefusedException">It is not a design (RI1201 to RI1204, RI1103).</exception>
    public static DesignDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads a design strictly.</summary>
    /// <param name="utf8">The document's bytes, UTF-8 without BOM.</param>
    /// <exception cref="InputRefusedException">It is not a design (RI1201 to RI1204, RI1103).</exception>
    public static DesignDocument Parse(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        string[] always = ["minimumPerStratum", "reservesPerCell", "basis"];
        if (!json.Has("kind"))
        {
            throw json.Fault(["kind"], [.. always, "size", "weights", "sizes", "rates", "stratumRates"])!;
        }

        DrawDesign design;
        switch (json.OneOf("kind", "fixed", "stratumSizes", "rates"))
        {
            case "fixed":
                json.Members(["kind", "size", "weights"], always);
                design = new DrawDesign.Fixed((int)json.Integer("size", 0, DrawDesign.MaxCount), Weights(json.Object("weights")));
                break;
            case "stratumSizes":
                json.Members(["kind", "sizes", "weights"], ["reservesPerCell", "basis"]);
                design = new DrawDesign.StratumSizes(
                    json.Object("sizes").Entries().ToImmutableSortedDictionary(e => Stratum.Parse(e.Name), e => (int)e.Value.Integer(0, DrawDesign.MaxCount)),
                    Weights(json.Object("weights")));
                break;
            default:
                json.Members(["kind", "rates"], [.. always, "stratumRates"]);
                design = new DrawDesign.Rates(
                    Rates(json.Object("rates")),
                    json.Has("stratumRates")
                        ? json.Object("stratumRates").Entries().ToImmutableSortedDictionary(e => Stratum.Parse(e.Name), e => Rates(e.Value.AsObject()))
                        : ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>>.Empty);
                break;
        }

        return new DesignDocument(Encoding.UTF8.GetString(utf8), design with
        {
            MinimumPerStratum = json.Has("minimumPerStratum") ? (int)json.Integer("minimumPerStratum", 0, DrawDesign.MaxCount) : null,
            ReservesPerCell = json.Has("reservesPerCell") ? (int)json.Integer("reservesPerCell", 0, DrawDesign.MaxCount) : 0,
            Basis = json.Has("basis") ? json.Text("basis") : null,
        });
    }

    private static ImmutableSortedDictionary<string, int> Weights(StrictJson weights) =>
        Classes(weights).ToImmutableSortedDictionary(e => e.Name, e => (int)e.Value.Integer(0, DrawDesign.MaxWeight), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, int> Rates(StrictJson rates) =>
        Classes(rates).ToImmutableSortedDictionary(e => e.Name, e => e.Value.RateNano(), StringComparer.Ordinal);

    private static IEnumerable<(string Name, StrictJson Value)> Classes(StrictJson table)
    {
        foreach ((string name, StrictJson value) in table.Entries())
        {
            yield return FrameUnit.IsClass(name) ? (name, value) : throw DrawingRefusals.MalformedClass.Refuse(("class", name));
        }
    }
}
