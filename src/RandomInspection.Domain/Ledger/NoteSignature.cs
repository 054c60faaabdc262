using System.Buffers.Binary;
using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">Whose.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Bytes">The signature.</param>
/// <remarks>The array compares by reference; two lines are the same if their texts are.</remarks>
public sealed record NoteSignature(string Name, uint KeyId, ImmutableArray<byte> Bytes)
{
    private const string Dash = "\u2014 ";

    /// <summary>The line, without its end: em dash, name, base64 of id and signature.</summary>
    public override string ToString()
    {
        byte[] bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>The signature that a line gives; <see langword="null"/> if it is written otherwise.</summary>
    internal static NoteSignature? Read(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var base64] || !NoteKey.IsName(name))
        {
            return null;
        }

        Span<byte> bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out int written) || written < 5)
        {
            return null;
        }

        NoteSignature signature = new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes[4..written]]);
        return signature.ToString() == line ? signature : null;
    }
}
