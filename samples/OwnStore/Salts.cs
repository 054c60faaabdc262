using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>Salts from the system's generator.</summary>
internal sealed class Salts : ISaltSource
{
    public string Next() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
