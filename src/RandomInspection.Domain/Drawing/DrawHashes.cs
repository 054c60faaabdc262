using System.Text;

namespace RandomInspection.Drawing;

/// <summary>The hashes that an engine knows, by name: SHA-256 always, others as given.</summary>
public sealed class DrawHashes
{
    private readonly SortedDictionary<string, IDrawHash> _byName = new(StringComparer.Ordinal);

    /// <summary>SHA-256 and these.</summary>
    /// <param name="others">Further hashes; one named <c>sha-256</c> replaces the platform's.</param>
    public DrawHashes(params IEnumerable<IDrawHash> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        _byName[Sha256.Instance.Name] = Sha256.Instance;
        foreach (IDrawHash hash in others)
        {
            _byName[hash.Name] = hash;
        }
    }

    /// <summary>Their names, sorted.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The hash of a name.</summary>
    /// <param name="name">For example <c>sha-256</c>.</param>
    /// <exception cref="InputRefusedException">It is not known (RI1302).</exception>
    public IDrawHash this[string name] =>
        _byName.TryGetValue(name, out IDrawHash? hash)
            ? hash
            : throw DrawingRefusals.UnknownHash.Refuse(("hash", name), ("known", string.Join(", ", _byName.Keys)));
}

internal static class DrawHashText
{
    /// <summary>The digest of bytes.</summary>
    public static Digest Digest(this IDrawHash hash, ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[32];
        hash.Hash(message, digest);
        return Drawing.Digest.Of(digest);
    }

    /// <summary>The digest of a text's UTF-8.</summary>
    public static Digest Digest(this IDrawHash hash, string text) => hash.Digest(Encoding.UTF8.GetBytes(text));
}
