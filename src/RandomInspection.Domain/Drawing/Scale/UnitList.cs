using System.Collections;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>Units of a log in an order of their own: an object is made of a unit when it is asked for, and not kept.</summary>
internal sealed class UnitList : IReadOnlyList<SelectedUnit>
{
    private readonly int[] _numbers;
    private readonly int _start;

    /// <summary>Some units.</summary>
    /// <param name="log">Where they stand.</param>
    /// <param name="numbers">Numbers of units of the log.</param>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many.</param>
    public UnitList(UnitLog log, int[] numbers, int start, int count)
    {
        Log = log;
        _numbers = numbers;
        _start = start;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Where the units stand.</summary>
    public UnitLog Log { get; }

    /// <summary>Their numbers there.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(_start, Count);

    public SelectedUnit this[int index] => Unit(Log, Numbers[index]);

    /// <summary>Units as such a list; what is one already is not copied.</summary>
    /// <param name="units">The units.</param>
    public static UnitList Of(IReadOnlyList<SelectedUnit> units)
    {
        if (units is UnitList list)
        {
            return list;
        }

        UnitLog log = new();
        int[] numbers = new int[units.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = log.Add(0, Convert.FromHexString(units[i].Ticket.ToString()), Encoding.ASCII.GetBytes(units[i].Id));
        }

        return new UnitList(log, numbers, 0, numbers.Length);
    }

    /// <summary>The object of a unit.</summary>
    /// <param name="log">Its log.</param>
    /// <param name="number">Its number.</param>
    public static SelectedUnit Unit(UnitLog log, int number) => new(new Ticket(log.Ticket(number)), Encoding.ASCII.GetString(log.Id(number)));

    /// <summary>By ticket, then by the bytes of the id.</summary>
    /// <param name="log">The log of one unit.</param>
    /// <param name="number">Its number.</param>
    /// <param name="otherLog">The log of another.</param>
    /// <param name="other">Its number.</param>
    public static int Compare(UnitLog log, int number, UnitLog otherLog, int other)
    {
        int byTicket = log.Ticket(number).SequenceCompareTo(otherLog.Ticket(other));
        return byTicket != 0 ? byTicket : log.Id(number).SequenceCompareTo(otherLog.Id(other));
    }

    /// <summary>The smallest of two lists, each in order, copied into a log.</summary>
    /// <param name="one">A list in order.</param>
    /// <param name="other">Another.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="log">Takes the units.</param>
    public static UnitList Merge(UnitList one, UnitList other, int most, UnitLog log)
    {
        int[] numbers = new int[Math.Min(most, one.Count + other.Count)];
        for (int i = 0, a = 0, b = 0; i < numbers.Length; i++)
        {
            bool isOne = b == other.Count || (a < one.Count && Compare(one.Log, one.Numbers[a], other.Log, other.Numbers[b]) <= 0);
            UnitList from = isOne ? one : other;
            int number = from.Numbers[isOne ? a++ : b++];
            numbers[i] = log.Add(0, from.Log.Ticket(number), from.Log.Id(number));
        }

        return new UnitList(log, numbers, 0, numbers.Length);
    }

    /// <summary>Lists whose units stand in one log: copied where they do not.</summary>
    /// <param name="lists">The lists.</param>
    public static UnitList[] InOneLog(IEnumerable<UnitList> lists)
    {
        UnitList[] all = [.. lists];
        if (all.All(list => list.Log == all[0].Log))
        {
            return all;
        }

        UnitLog log = new();
        UnitList none = new(log, [], 0, 0);
        return [.. all.Select(list => Merge(list, none, list.Count, log))];
    }

    /// <summary>The first ones.</summary>
    /// <param name="count">How many, at most all.</param>
    public UnitList First(int count) => count == Count ? this : new UnitList(Log, _numbers, _start, count);

    public IEnumerator<SelectedUnit> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
