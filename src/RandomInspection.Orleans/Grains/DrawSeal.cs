using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RandomInspection.Orleans.Grains;

/// <summary>Seals what is stored of a draw: a frame's key, a seed and a selection stand in no database in clear.</summary>
/// <remarks>AES-256-GCM; in front of it a version, which key, a nonce by chance and the tag. The draw's id is authenticated with it, so no row passes for another's.</remarks>
internal sealed class DrawSeal
{
    private const byte Version = 1;
    private const int MarkBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + MarkBytes + NonceBytes + TagBytes;
    private const int KeyBytes = 32;

    private readonly byte[][] _keys;

    /// <summary>The seal of some keys.</summary>
    /// <exception cref="InputRefusedException">There is none, or one is no key (RI9212).</exception>
    public DrawSeal(IOptions<ClusterDrawOptions> options)
    {
        _keys = [.. options.Value.StorageKeys.Select(Key)];
        if (_keys.Length == 0)
        {
            throw ClusterRefusals.NoStorageKey.Refuse(("count", 0));
        }
    }

    public byte[] Seal(string draw, ReadOnlySpan<byte> content)
    {
        byte[] all = new byte[HeadBytes + content.Length];
        all[0] = Version;
        Mark(_keys[0]).CopyTo(all.AsSpan(1));
        Span<byte> nonce = all.AsSpan(1 + MarkBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm aes = new(_keys[0], TagBytes);
        aes.Encrypt(nonce, content, all.AsSpan(HeadBytes), all.AsSpan(1 + MarkBytes + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(draw));
        return all;
    }

    /// <exception cref="InputRefusedException">It was sealed with a key that is not here, or for another draw, or was changed (RI9211).</exception>
    public byte[] Open(string draw, ReadOnlySpan<byte> content)
    {
        if (content.Length >= HeadBytes && content[0] == Version)
        {
            foreach (byte[] key in _keys)
            {
                if (Mark(key).SequenceEqual(content.Slice(1, MarkBytes)))
                {
                    byte[] opened = new byte[content.Length - HeadBytes];
                    using AesGcm aes = new(key, TagBytes);
                    try
                    {
                        aes.Decrypt(
                            content.Slice(1 + MarkBytes, NonceBytes), content[HeadBytes..], content.Slice(1 + MarkBytes + NonceBytes, TagBytes), opened, Encoding.UTF8.GetBytes(draw));
                        return opened;
                    }
                    catch (AuthenticationTagMismatchException)
                    {
                        break;
                    }
                }
            }
        }

        throw ClusterRefusals.Sealed.Refuse(("draw", draw));
    }

    /// <summary>By which one knows which key it was; says nothing of the key.</summary>
    private static ReadOnlySpan<byte> Mark(byte[] key) => SHA256.HashData([.. "random-inspection cluster storage"u8, .. key]).AsSpan(0, MarkBytes);

    private static byte[] Key(string hex, int place)
    {
        try
        {
            if (Convert.FromHexString(hex) is { Length: KeyBytes } key)
            {
                return key;
            }
        }
        catch (FormatException)
        {
            // Refused below.
        }

        throw ClusterRefusals.NoStorageKey.Refuse(("count", place + 1));
    }
}
