using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Salts that are the same each time, so that two hosts can be compared.</summary>
internal sealed class CountedSalts : ISaltSource
{
    private int _given;

    public string Next() => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref _given))));
}
