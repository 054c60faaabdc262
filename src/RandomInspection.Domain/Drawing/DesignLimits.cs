using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>抽取上下限：the caps and floors of a profile, as a set. The lowest cap and the highest floor decide.</summary>
/// <remarks>A set is data; the default ships, another city's is another set. Where two are equal the one that stands first decides.</remarks>
public sealed class DesignLimits
{
    /// <summary>Makes a set.</summary>
    /// <param name="caps">The caps.</param>
    /// <param name="floors">The floors, each for an item and a year.</param>
    /// <exception cref="ArgumentException">A share is below 0 or above 10⁹ nanos.</exception>
    public DesignLimits(IEnumerable<DrawCap> caps, IEnumerable<DrawFloor> floors)
    {
        Caps = [.. caps];
        Floors = [.. floors];
        if (Caps.Select(cap => cap.RateNano).Concat(Floors.Select(floor => floor.RateNano)).Any(nano => nano is < 0 or > (int)CellExpectation.NanosPerUnit))
        {
            throw new ArgumentException("A share is from 0 to 10⁹ nanos.");
        }
    }

    /// <summary>No cap and no floor.</summary>
    public static DesignLimits None { get; } = new([], []);

    /// <summary>At most 20 % of the directory (沈阳 2018). Floors depend on items: a host adds its own.</summary>
    public static DesignLimits Shenyang { get; } = new([DrawCap.Shenyang2018], []);

    /// <summary>The caps.</summary>
    public ImmutableArray<DrawCap> Caps { get; }

    /// <summary>The floors.</summary>
    public ImmutableArray<DrawFloor> Floors { get; }

    /// <summary>What decides for one task, in units.</summary>
    /// <param name="scope">The task and its directory.</param>
    /// <exception cref="InputRefusedException">The floor is above the cap (RI1223): neither is preferred, both are shown.</exception>
    public LimitBounds For(LimitScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        DrawCap? cap = Caps.MinBy(rule => rule.RateNano);
        DrawFloor? floor = Floors.Where(rule => rule.Year == scope.Year && scope.Items.Contains(rule.Item, StringComparer.Ordinal)).MaxBy(Floor);
        LimitBounds bounds = new(
            cap is null ? null : new LimitBounds.Upper(cap, scope.Directory, cap.Units(scope.Directory)),
            floor is null ? null : new LimitBounds.Lower(floor, scope.Population, Before(floor), Floor(floor)));
        return bounds.Cap is { } upper && bounds.Floor is { } lower && lower.Units > upper.Units
            ? throw PolicyRefusals.FloorAboveCap.Refuse(
                ("floor", lower.Units),
                ("floorPercent", RateText.Percent(lower.Rule.RateNano)),
                ("floorSource", lower.Rule.Source),
                ("cap", upper.Units),
                ("capPercent", RateText.Percent(upper.Rule.RateNano)),
                ("capSource", upper.Rule.Source))
            : bounds;

        long Before(DrawFloor rule) => scope.DrawnBefore.GetValueOrDefault(rule.Item);

        long Floor(DrawFloor rule) => rule.Units(scope.Population, Before(rule));
    }
}
