using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Some units, a design and a seed, as FsCheck makes them.</summary>
/// <param name="Lines">The units' lines, in any order.</param>
/// <param name="Design">The design's document.</param>
/// <param name="Entropy">Where the seed comes from.</param>
public sealed record DrawCase(string[] Lines, string Design, int Entropy)
{
    // Labels that are prefixes of others, sort differently by characters and by bytes (U+FF5E before U+1F600), or carry a dotted i.
    private static readonly string[] Strata =
        ["沈河区", "沈河区/H", "沈河区/H/餐饮", "沈河区/I", "沈河区 东", "和平区/C", "和平区/c", "～", "😀", "a/b/c/d/e/f/g/h", "a/b"];

    private static readonly string[] Classes = ["A", "B", "D", "i"];
    private static readonly int[] Weights = [0, 1, 2, 3, 7, 50, 1_000_000];
    private static readonly string[] RateTexts = ["0", "0.000000001", "0.01", "0.125", "0.333333333", "0.5", "0.999999999", "1", "1.000000000"];

    public Frame Frame => FrameFileOf(Lines);

    public Seed Seed => SeedOf(Entropy);

    public DrawDesign Parsed => DesignDocument.Parse(Design).Design;

    public override string ToString() => $"{Entropy}\n{Design}\n{string.Join('\n', Lines)}";

    public static Seed SeedOf(int entropy) => Seed.Of(SHA256.HashData(Encoding.ASCII.GetBytes(entropy.ToString(CultureInfo.InvariantCulture))));

    public static Frame FrameFileOf(IEnumerable<string> lines) =>
        FrameFile.Read(Encoding.UTF8.GetBytes(string.Concat(lines.Order(StringComparer.Ordinal).Select(l => l + "\n"))));

    public static FrameUnit Unit(string line) => line.Split('\t') is [string id, string stratum, string @class, string standing]
        ? new FrameUnit(id, Stratum.Parse(stratum), @class, standing == "drawable" ? Standing.Drawable : Standing.Resting)
        : throw new ArgumentException(line);

    /// <summary>Cases for properties: 0 to 40 units in up to 11 strata and 4 classes, a design of any kind that mostly fits them.</summary>
    public static Arbitrary<DrawCase> Cases() => Generated().ToArbitrary();

    private static Gen<DrawCase> Generated() =>
        from size in Gen.Choose(0, 40)
        from strata in Gen.Choose(1, Strata.Length)
        from picks in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), size)
        let lines = picks.Select((pick, i) =>
            $"U{i:00}\t{Strata[pick % strata]}\t{Classes[pick / 16 % Classes.Length]}\t{(pick / 64 % 5 == 0 ? "resting" : "drawable")}").ToArray()
        from design in Gen.OneOf(FixedDesign(lines), StratumSizes(lines), Rates(lines))
        from entropy in Gen.Choose(0, int.MaxValue)
        select new DrawCase(lines, design, entropy);

    private static Gen<string> FixedDesign(string[] lines) =>
        from weights in Table(Weights.Select(w => w.ToString(CultureInfo.InvariantCulture)))
        from size in Gen.Choose(0, Drawable(lines, _ => true))
        from minimum in Optional("minimumPerStratum", 3)
        from reserves in Optional("reservesPerCell", 3)
        select $$"""{"kind":"fixed","size":{{size}},"weights":{{{weights}}}{{minimum}}{{reserves}}}""";

    private static Gen<string> StratumSizes(string[] lines)
    {
        string[] strata = [.. lines.Select(l => l.Split('\t')[1]).Distinct()];
        return
            from weights in Table(Weights.Select(w => w.ToString(CultureInfo.InvariantCulture)))
            from shares in Gen.ArrayOf(Gen.Choose(0, 100), strata.Length)
            from reserves in Optional("reservesPerCell", 3)
            let sizes = strata.Zip(shares, (s, share) => $"\"{s}\":{Drawable(lines, line => line.Split('\t')[1] == s) * share / 100}")
            select $$"""{"kind":"stratumSizes","sizes":{{{string.Join(',', sizes)}}},"weights":{{{weights}}}{{reserves}}}""";
    }

    private static Gen<string> Rates(string[] lines) =>
        from rates in Table(RateTexts.Select(r => $"\"{r}\""))
        from other in Table(RateTexts.Select(r => $"\"{r}\""))
        from minimum in Optional("minimumPerStratum", 3)
        from reserves in Optional("reservesPerCell", 3)
        let own = lines.Length == 0 ? "" : $",\"stratumRates\":{{\"{lines[0].Split('\t')[1]}\":{{{other}}}}}"
        select $$"""{"kind":"rates","rates":{{{rates}}}{{own}}{{minimum}}{{reserves}}}""";

    private static Gen<string> Table(IEnumerable<string> values) =>
        Gen.ArrayOf(Gen.Elements(values), Classes.Length).Select(picked => string.Join(',', Classes.Zip(picked, (c, v) => $"\"{c}\":{v}")));

    private static Gen<string> Optional(string member, int most) =>
        Gen.Choose(-1, most).Select(n => n < 0 ? "" : $",\"{member}\":{n}");

    private static int Drawable(string[] lines, Func<string, bool> where) => lines.Count(l => l.EndsWith("drawable", StringComparison.Ordinal) && where(l));
}
