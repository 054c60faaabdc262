using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>检查日随机：the day of a visit, drawn from the match's seed where the task says so.</summary>
/// <remarks>
/// Ticket k (k = 0, 1, 2, … in decimal) is SHA-256 over <c>random-inspection-visit-day/1</c>, seed, visit and k, each but the last with a line
/// feed; w is its first 64 bits, big-endian. The first w below ⌊2⁶⁴/n⌋·n gives the day at place w mod n of the n days that may be drawn: each
/// with the same chance. Anybody computes it again when the match is unsealed, and nobody before. Source: docs/visit-days.md.
/// </remarks>
public static class VisitDay
{
    /// <summary>The day of a visit.</summary>
    /// <param name="seed">The match's seed, 64 lower-case hex characters.</param>
    /// <param name="visit">The visit's id in the match's problem: whatever is inspected in one visit has one day.</param>
    /// <param name="days">The days that may be drawn, ascending, one or more, distinct.</param>
    public static LocalDate Of(string seed, string visit, ImmutableArray<LocalDate> days)
    {
        ArgumentOutOfRangeException.ThrowIfZero(days.Length, nameof(days));
        UInt128 unbiased = (UInt128.One << 64) / (ulong)days.Length * (ulong)days.Length;
        for (int k = 0; ; k++)
        {
            byte[] ticket = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"random-inspection-visit-day/1\n{seed}\n{visit}\n{k}")));
            ulong word = BinaryPrimitives.ReadUInt64BigEndian(ticket);
            if (word < unbiased)
            {
                return days[(int)(word % (ulong)days.Length)];
            }
        }
    }
}
