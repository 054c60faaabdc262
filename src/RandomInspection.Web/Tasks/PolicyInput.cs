using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Web.Tasks;

/// <summary>What the design form asks for where a policy makes the design.</summary>
internal sealed class PolicyInput
{
    /// <summary>The kind of the default rates.</summary>
    public const string Rates = "policyRates";

    /// <summary>The kind of Neyman's allocation.</summary>
    public const string Neyman = "neyman";

    /// <summary>The kind of a power allocation.</summary>
    public const string Power = "power";

    public string? Total { get; set; } = "150";

    public string? Exponent { get; set; } = "0.5";

    public string? Violations { get; set; }

    /// <summary>Set if the design is to be scaled to cap and floor.</summary>
    public string[]? Scale { get; set; }

    /// <summary>Whether it is to be scaled.</summary>
    public bool Scales => Scale is { Length: > 0 };

    /// <summary>Whether a policy makes designs of this kind.</summary>
    public static bool Makes(string? kind) => kind is Rates or Neyman or Power;

    /// <summary>Whether a policy makes or scales the design.</summary>
    public bool Decides(string? kind) => Scales || Makes(kind);

    /// <summary>The design.</summary>
    /// <param name="form">The rest of the form.</param>
    /// <param name="cells">Today's cells.</param>
    /// <param name="bounds">The limits, used only if it is to be scaled.</param>
    /// <exception cref="InputRefusedException">A value is malformed, or there is no such design (RI1201 to RI1228).</exception>
    public DesignDocument Design(DesignInput form, ImmutableArray<CellCount> cells, LimitBounds bounds)
    {
        LimitBounds held = Scales ? bounds : new LimitBounds(null, null);
        DrawDesign design = form.Kind switch
        {
            Neyman => Allocated(AllocationRule.Neyman),
            Power => Allocated(AllocationRule.ParsePower(Exponent?.Trim() ?? "")),
            Rates => LimitScaling.Apply(held, cells, WithBasis(DesignPolicy.Rates(
                RateTable.Henan2021, Number("minimumPerStratum", form.Minimum, 0) is > 0 and var minimum ? minimum : null, Number("reservesPerCell", form.Reserves, 0)))),
            _ => LimitScaling.Apply(held, cells, form.Design().Design),
        };
        return DesignDocument.Of(form.Resting!.Rules() is { } rules ? design with { Basis = rules.NameIn(design.Basis) } : design);

        DrawDesign Allocated(AllocationRule rule)
        {
            ImmutableArray<ViolationCount> found = ViolationTable.Parse(Violations ?? "");
            int least = string.IsNullOrWhiteSpace(form.Minimum) ? 1 : WholeNumber.Parse("minimumPerStratum", form.Minimum.Trim(), 1);
            int reserves = Number("reservesPerCell", form.Reserves, 0);
            return LimitScaling.Apply(
                held, cells, WholeNumber.Parse("size", Total?.Trim() ?? ""), size => WithBasis(DesignPolicy.Allocate(rule, cells, found, size, least, reserves)));
        }

        DrawDesign WithBasis(DrawDesign made) => string.IsNullOrWhiteSpace(form.Basis) ? made : made with { Basis = $"{form.Basis.Trim()}；{made.Basis}" };

        static int Number(string field, string? text, int otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : WholeNumber.Parse(field, text.Trim());
    }
}
