using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Salts from the system's generator.</summary>
internal sealed class RandomSaltSource : ISaltSource
{
    public string Next() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
