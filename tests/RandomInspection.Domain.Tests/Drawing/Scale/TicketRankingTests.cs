using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>Units as bytes, and their order, beside lists of objects that are sorted.</summary>
public sealed class TicketRankingTests
{
    private const int Places = 5;

    [Property(MaxTest = 300)]
    public Property Smallest_AnyUnitsInAnyLogs_AsObjectsSorted() => Prop.ForAll(
        Units(),
        made =>
        {
            int[] wanted = [0, 1, 3, 10, 1000];
            UnitLog[] logs = [.. Enumerable.Range(0, 3).Select(_ => new UnitLog())];
            foreach ((int i, (int place, SelectedUnit unit)) in made.Index())
            {
                Add(logs[i % logs.Length], place, unit);
            }

            TicketRanking ranking = TicketRanking.Of(UnitLog.Of(logs));
            Assert.Equal(Enumerable.Range(0, Places).Select(place => made.Count(unit => unit.Place == place)), ranking.Counts(Places));
            foreach ((int place, UnitList found) in ranking.Smallest(wanted).Index())
            {
                Assert.Equal(made.Where(unit => unit.Place == place).Select(unit => unit.Unit).Order(TicketOrder.Instance).Take(wanted[place]), found);
            }
        });

    [Property(MaxTest = 200)]
    public Property Merge_TwoListsInOrder_SmallestOfBoth() => Prop.ForAll(
        Units(),
        Gen.Choose(0, 30).ToArbitrary(),
        (made, most) =>
        {
            UnitList[] lists = [.. new[] { 0, 1 }.Select(half => UnitList.Of([.. made.Where((_, i) => i % 2 == half).Select(unit => unit.Unit).Order(TicketOrder.Instance)]))];
            UnitList merged = UnitList.Merge(lists[0], lists[1], most, new UnitLog());
            Assert.Equal(made.Select(unit => unit.Unit).Order(TicketOrder.Instance).Take(most), merged);
            UnitList[] together = UnitList.InOneLog(lists);
            Assert.Same(together[0].Log, together[1].Log);
            Assert.Equal(lists[0], together[0]);
            Assert.Equal(lists[1], together[1]);
        });

    [Fact]
    public void UnitLog_OverTheEndsOfItsPieces_EveryUnitAsItWasAdded()
    {
        UnitLog log = new();
        SelectedUnit[] units = [.. Enumerable.Range(0, 60_000).Select(i => Unit(SHA256.HashData(BitConverter.GetBytes(i)), Id(i, 1 + (i % FrameUnit.MaxIdLength))))];
        int[] numbers = [.. units.Select((unit, i) => Add(log, i % Places, unit))];
        Assert.Equal(units, new UnitList(log, numbers, 0, numbers.Length));
        ulong[] keys = new ulong[units.Length];
        int[] found = new int[units.Length];
        log.CopyKeys(keys, found, 0xff);
        Assert.Equal(numbers, found);
        Assert.Equal(units.Select((unit, i) => (unit.Ticket.Leading & ~0xfful) | (uint)(i % Places)), keys);
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Add(0, new byte[32], new byte[FrameUnit.MaxIdLength + 1]));
    }

    [Fact]
    public void UnitList_AskedForAUnit_EqualObjectsAndTheFirstOnes()
    {
        SelectedUnit[] units = [.. Enumerable.Range(0, 4).Select(i => Unit(SHA256.HashData([(byte)i]), Id(i, 18)))];
        UnitList list = UnitList.Of(units);
        Assert.Equal(units[2], list[2]);
        Assert.Equal(list[2], list[2]);
        Assert.NotSame(list[2], list[2]);
        Assert.Same(list, UnitList.Of(list));
        Assert.Equal(units[..2], list.First(2));
        Assert.Throws<IndexOutOfRangeException>(() => list[4]);
        Assert.Throws<IndexOutOfRangeException>(() => list.First(2)[2]);
    }

    [Fact]
    public void Candidates_MoreThanExpected_ThresholdsFallAndTheSmallestStay()
    {
        Candidates candidates = new([10, 0, 20_000], [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue], expected: 5);
        SelectedUnit[] units = [.. Enumerable.Range(0, 50_000).Select(i => Unit(SHA256.HashData(BitConverter.GetBytes(i)), Id(i, 9)))];
        int fell = 0;
        foreach ((int i, SelectedUnit unit) in units.Index())
        {
            fell += candidates.Add((i % 4) - 1, unit.Ticket.Leading, Convert.FromHexString(unit.Ticket.ToString()), Encoding.ASCII.GetBytes(unit.Id)) ? 1 : 0;
        }

        Assert.InRange(fell, 1, 10);
        Assert.InRange(candidates.Log.Count, 12_510, 30_000);
        Assert.Equal((0UL, 0UL), (candidates.Threshold(-1), candidates.Threshold(1)));
        Assert.Equal(ulong.MaxValue, candidates.Threshold(2));
        Assert.True(candidates.Threshold(0) < ulong.MaxValue / 100);
        IReadOnlyList<SelectedUnit> kept = TicketRanking.Of(candidates.Log).Smallest([10, 0, 20_000])[0];
        Assert.Equal(units.Where((_, i) => i % 4 == 1).Order(TicketOrder.Instance).Take(10), kept);
    }

    [Fact]
    public void Candidates_AllTheSameTicket_TheFirstIdsStay()
    {
        Candidates candidates = new([2], [ulong.MaxValue], expected: 5);
        byte[] ticket = [.. Enumerable.Repeat((byte)7, 32)];
        SelectedUnit[] units = [.. Enumerable.Range(0, 10_000).Select(i => Unit(ticket, Id(9_999 - i, 6)))];
        foreach (SelectedUnit unit in units)
        {
            candidates.Add(0, unit.Ticket.Leading, ticket, Encoding.ASCII.GetBytes(unit.Id));
        }

        Assert.Equal(units[0].Ticket.Leading, candidates.Threshold(0));
        Assert.Equal(units.Reverse().Take(2), TicketRanking.Of(candidates.Log).Smallest([2])[0]);
    }

    [Theory]
    [InlineData(1, 40, ulong.MaxValue)]
    [InlineData(1, 41, ulong.MaxValue)]
    [InlineData(1, 82, 1UL << 63)]
    [InlineData(100, 848, 1UL << 62)]
    public void ThresholdOf_WantedAndDrawable_EightDeviationsAbove(int wanted, long drawable, ulong due) => Assert.Equal(due, Candidates.ThresholdOf(wanted, drawable));

    /// <summary>Up to 60 units whose tickets share nothing, their first 33 or 64 bits, or all; ids of 1 to 55 characters, some of them twice.</summary>
    private static Arbitrary<(int Place, SelectedUnit Unit)[]> Units() => Gen.ArrayOf(
        from place in Gen.Choose(0, Places - 1)
        from seed in Gen.Choose(0, 30)
        from alike in Gen.Elements(0, 4, 8, 31, 32)
        from first in Gen.Elements<byte>(0x00, 0x7f, 0xff)
        from length in Gen.Choose(1, FrameUnit.MaxIdLength)
        select (place, Unit([.. Enumerable.Repeat(first, alike), .. SHA256.HashData([(byte)seed])[alike..]], Id(seed, length)))).Where(units => units.Length <= 60).ToArbitrary();

    private static string Id(int number, int length)
    {
        string digits = number.ToString("D6", CultureInfo.InvariantCulture);
        return length <= digits.Length ? digits[^length..] : digits.PadRight(length, 'x');
    }

    private static SelectedUnit Unit(byte[] ticket, string id) => new(new Ticket(ticket), id);

    private static int Add(UnitLog log, int place, SelectedUnit unit) => log.Add(place, Convert.FromHexString(unit.Ticket.ToString()), Encoding.ASCII.GetBytes(unit.Id));
}
