using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans.Grains;

/// <summary>What of a partition's partial draw is sent first: <see cref="DrawPartial.Below"/>.</summary>
internal sealed record PartialThinning(Func<DrawPartial, DrawPlan, DrawPartial> Of);
