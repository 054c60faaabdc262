using System.Text;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>A made-up city's frame of any size, held in memory as the blocks that its readings give: no reading costs anything.</summary>
/// <remarks>
/// Credit codes of ten districts of Shenyang with check characters that are right, in ascending order; 40 strata (district, section, trade),
/// classes A 35 %, B 50 %, C 11 %, D 4 %, one unit in twenty resting; one firm in eight has moved to another district. Leaves have 81 to 91 bytes.
/// A block takes some 29 bytes a unit. The same size always gives the same units: what is chance in it is SplitMix64 of the unit's place.
/// </remarks>
internal sealed class CityFrame : IFrameSource
{
    private const int IdLength = UnifiedSocialCreditCode.Length;
    private const int RegionLength = 8;
    private const int OrganisationLength = 9;

    private static readonly byte[] Alphabet = Encoding.ASCII.GetBytes(UnifiedSocialCreditCode.Alphabet);

    // Code, name, and how many of a thousand firms began there.
    private static readonly (string Region, string Name, int Share)[] Districts =
    [
        ("91210102", "和平区", 140), ("91210103", "沈河区", 150), ("91210104", "大东区", 90), ("91210105", "皇姑区", 120), ("91210106", "铁西区", 170),
        ("91210111", "苏家屯区", 60), ("91210112", "浑南区", 120), ("91210113", "沈北新区", 60), ("91210114", "于洪区", 70), ("91210115", "辽中区", 20),
    ];

    private static readonly (string Name, int Share)[] Trades = [("F/批发零售", 480), ("H/餐饮", 260), ("C/制造", 170), ("E/建筑", 90)];
    private static readonly (string Name, int Share)[] Classes = [("A", 350), ("B", 500), ("C", 110), ("D", 40)];

    private readonly FrameBlock[] _blocks;

    public CityFrame(int units)
    {
        Units = units;
        foreach ((_, string district, _) in Districts)
        {
            foreach ((string trade, _) in Trades)
            {
                foreach ((string @class, _) in Classes)
                {
                    Cells.NumberOf(new Cell(Stratum.Parse($"{district}/{trade}"), @class));
                }
            }
        }

        _blocks = new FrameBlock[(units + FrameBlock.Capacity - 1) / FrameBlock.Capacity];
        Parallel.For(0, _blocks.Length, number => _blocks[number] = Block(number));
    }

    public int Units { get; }

    public FrameCells Cells { get; } = new();

    public long? Size => Units;

    /// <summary>What is held.</summary>
    public ReadOnlySpan<FrameBlock> Blocks => _blocks;

    public IFrameReader Open() => new Reader(_blocks);

    /// <summary>The same units as a frame of records, for engines that hold one.</summary>
    public Frame ToFrame() => Frame.Of(_blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(unit =>
    {
        Cell cell = Cells[block.Cells[unit]];
        return new FrameUnit(Encoding.ASCII.GetString(block.Id(unit)), cell.Stratum, cell.Class, block.Drawable[unit] ? Standing.Drawable : Standing.Resting);
    })));

    private static ulong Chance(ulong place)
    {
        unchecked
        {
            place *= 0x9e3779b97f4a7c15;
            place = (place ^ (place >> 30)) * 0xbf58476d1ce4e5b9;
            place = (place ^ (place >> 27)) * 0x94d049bb133111eb;
            return place ^ (place >> 31);
        }
    }

    private static int Pick(ReadOnlySpan<(string Name, int Share)> shares, int thousandth)
    {
        int at = 0;
        for (; thousandth >= shares[at].Share; at++)
        {
            thousandth -= shares[at].Share;
        }

        return at;
    }

    private FrameBlock Block(int number)
    {
        Span<byte> id = stackalloc byte[IdLength];
        FrameBlock block = new();
        int first = number * FrameBlock.Capacity;
        for (int unit = first; unit < Math.Min(first + FrameBlock.Capacity, Units); unit++)
        {
            ulong chance = Chance(2 * (ulong)unit);
            int district = IdOf(unit, id);
            int home = chance % 8 == 0 ? (int)((chance >> 3) % (ulong)Districts.Length) : district;
            int trade = Pick(Trades, (int)((chance >> 8) % 1000)), @class = Pick(Classes, (int)((chance >> 24) % 1000));
            block.Add(id, (((home * Trades.Length) + trade) * Classes.Length) + @class, isDrawable: (chance >> 40) % 20 != 0);
        }

        return block;
    }

    /// <summary>Writes a unit's code and gives the district where it began.</summary>
    private int IdOf(int unit, Span<byte> id)
    {
        int district = 0, before = 0, share = Districts[0].Share;
        long start = 0, end = (long)Units * share / 1000;
        while (unit >= end)
        {
            before += share;
            share = Districts[++district].Share;
            (start, end) = (end, (long)Units * (before + share) / 1000);
        }

        Encoding.ASCII.GetBytes(Districts[district].Region, id);
        long codes = 1;
        for (int i = 0; i < OrganisationLength; i++)
        {
            codes *= Alphabet.Length;
        }

        long step = codes / (end - start), code = ((unit - start) * step) + (long)(Chance((2 * (ulong)unit) + 1) % (ulong)step);
        for (int i = RegionLength + OrganisationLength - 1; i >= RegionLength; i--)
        {
            id[i] = Alphabet[code % Alphabet.Length];
            code /= Alphabet.Length;
        }

        int sum = 0;
        for (int i = 0, weight = 1; i < IdLength - 1; i++, weight = weight * 3 % Alphabet.Length)
        {
            sum += Alphabet.AsSpan().IndexOf(id[i]) * weight;
        }

        id[^1] = Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
        return district;
    }

    private sealed class Reader(FrameBlock[] blocks) : IFrameReader
    {
        private int _next;

        public FrameBlock? Next(FrameBlock spare) => _next < blocks.Length ? blocks[_next++] : null;

        public void Complete(FrameBlock block)
        {
        }

        public void Dispose()
        {
        }
    }
}
