using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Web.Directories;

namespace RandomInspection.Web.Tasks;

/// <summary>What the design form asks for, as text, so that whatever was entered can be shown again.</summary>
internal sealed class DesignInput
{
    /// <summary>The classes that the form has fields for.</summary>
    public static readonly ImmutableArray<string> Classes = ["A", "B", "C", "D"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string[]? Regions { get; set; }

    public string[]? Trades { get; set; }

    public string[]? CreditClasses { get; set; }

    public string[]? Tags { get; set; }

    /// <summary>A day, or empty.</summary>
    public string? NotInspectedSince { get; set; }

    /// <summary>Kinds of carriers; none for subjects.</summary>
    public string[]? Carriers { get; set; }

    /// <summary>A general directory, or empty for both.</summary>
    public string? General { get; set; }

    /// <summary>A special directory whose criteria count instead of those of the form, or empty.</summary>
    public string? Special { get; set; }

    public string? Stratification { get; set; } = nameof(Planning.Stratification.Region);

    public string? Kind { get; set; } = "rates";

    public string? Size { get; set; } = "150";

    public string? A { get; set; } = "0.01";

    public string? B { get; set; } = "0.02";

    public string? C { get; set; } = "0.1";

    public string? D { get; set; } = "0.3";

    public string? WeightA { get; set; } = "1";

    public string? WeightB { get; set; } = "2";

    public string? WeightC { get; set; } = "10";

    public string? WeightD { get; set; } = "30";

    public string? Minimum { get; set; } = "1";

    public string? Reserves { get; set; } = "2";

    public string? Basis { get; set; }

    /// <summary>Who rests; whoever sends the form without these fields gets the rule that stands in it.</summary>
    public RestingInput? Resting { get => field ??= new RestingInput(); set; }

    /// <summary>The document itself, for kind <c>document</c>.</summary>
    public string? Document { get; set; }

    /// <summary>For designs made from policy, and for caps and floors; a form without its fields sends none.</summary>
    [AllowNull]
    public PolicyInput Policy { get; set => field = value ?? new PolicyInput(); } = new();

    /// <summary>Set by the button that only previews.</summary>
    public string? Preview { get; set; }

    /// <summary>The form as it was when the task was last designed.</summary>
    public static DesignInput Of(TaskEvent.Designed designed)
    {
        DesignInput input = new()
        {
            Regions = [.. designed.Criteria.Regions],
            Trades = [.. designed.Criteria.Trades],
            CreditClasses = [.. designed.Criteria.CreditClasses],
            Tags = [.. designed.Criteria.Tags ?? []],
            Carriers = [.. (designed.Criteria.Carriers ?? []).Select(kind => kind.ToString())],
            General = designed.Criteria.General?.ToString(),
            Special = designed.Special?.Special,
            NotInspectedSince = designed.Criteria.NotInspectedSince is { } since ? LocalDatePattern.Iso.Format(since) : null,
            Stratification = designed.Stratification.ToString(),
            Kind = "document",
            Document = designed.Design,
            Resting = RestingInput.Of(designed.Resting),
        };
        DrawDesign design = DesignDocument.Parse(designed.Design).Design;
        input.Minimum = design.MinimumPerStratum?.ToString(CultureInfo.InvariantCulture) ?? "";
        input.Reserves = design.ReservesPerCell.ToString(CultureInfo.InvariantCulture);
        input.Basis = designed.Resting is { } rules ? rules.WithoutNameIn(design.Basis) : design.Basis;
        switch (design)
        {
            case DrawDesign.Fixed @fixed when @fixed.Weights.Keys.Order(StringComparer.Ordinal).SequenceEqual(Classes):
                input.Kind = "fixed";
                input.Size = @fixed.Size.ToString(CultureInfo.InvariantCulture);
                (input.WeightA, input.WeightB, input.WeightC, input.WeightD) = (Weight("A"), Weight("B"), Weight("C"), Weight("D"));
                break;
            case DrawDesign.Rates { ByStratum.IsEmpty: true } rates when rates.ByClass.Keys.Order(StringComparer.Ordinal).SequenceEqual(Classes):
                input.Kind = "rates";
                (input.A, input.B, input.C, input.D) = (Rate("A"), Rate("B"), Rate("C"), Rate("D"));
                break;
            default:
                break;
        }

        return input;

        string Weight(string name) => ((DrawDesign.Fixed)design).Weights[name].ToString(CultureInfo.InvariantCulture);

        string Rate(string name) => RateText.Of(((DrawDesign.Rates)design).ByClass[name]);
    }

    /// <summary>The criteria.</summary>
    /// <exception cref="InputRefusedException">The day is none (RI5120).</exception>
    public DirectoryCriteria Criteria() => new([.. Regions ?? []], [.. Trades ?? []], [.. CreditClasses ?? []])
    {
        Tags = Tags is { Length: > 0 } tags ? [.. tags] : null,
        Carriers = CriteriaInput.Kinds(Carriers),
        General = CriteriaInput.GeneralOf(General),
        NotInspectedSince = string.IsNullOrWhiteSpace(NotInspectedSince) ? null
            : LocalDatePattern.Iso.Parse(NotInspectedSince.Trim()) is { Success: true } day ? day.Value
            : throw SubjectRefusals.DateMalformed.Refuse(("value", ShownText.Of(NotInspectedSince))),
    };

    /// <summary>By what to stratify.</summary>
    public Stratification Strata() => Enum.TryParse(Stratification, out Stratification parsed) && Enum.IsDefined(parsed) ? parsed : Planning.Stratification.Region;

    /// <summary>The design: what was entered stands in the document as it is, so that its own reader refuses what is malformed; its basis names the resting rules.</summary>
    /// <exception cref="InputRefusedException">It is not a design (RI1201 to RI1204).</exception>
    public DesignDocument Design()
    {
        if (Kind == "document")
        {
            return DesignDocument.Parse(Document ?? "");
        }

        List<string> members = [$"\"kind\":{Text(Kind)}"];
        if (Kind == "fixed")
        {
            members.Add($"\"size\":{Integer(Size)}");
            members.Add($"\"weights\":{{\"A\":{Integer(WeightA)},\"B\":{Integer(WeightB)},\"C\":{Integer(WeightC)},\"D\":{Integer(WeightD)}}}");
        }
        else
        {
            members.Add($"\"rates\":{{\"A\":{Text(A)},\"B\":{Text(B)},\"C\":{Text(C)},\"D\":{Text(D)}}}");
        }

        Add("minimumPerStratum", Minimum);
        Add("reservesPerCell", Reserves);
        string? basis = Resting!.Rules()?.NameIn(Basis) ?? Basis;
        if (!string.IsNullOrWhiteSpace(basis))
        {
            members.Add($"\"basis\":{Text(basis)}");
        }

        return DesignDocument.Parse("{" + string.Join(',', members) + "}");

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                members.Add($"\"{name}\":{Integer(value)}");
            }
        }
    }

    // Digits go in as a number; anything else as text, which the design's reader refuses by the member's name.
    private static string Integer(string? value) => value?.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? digits : Text(value);

    private static string Text(string? value) => JsonValue.Create(value?.Trim() ?? "").ToJsonString(Relaxed);
}
