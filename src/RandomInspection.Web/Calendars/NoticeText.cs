using System.Text;
using Microsoft.AspNetCore.Http;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Calendars;

/// <summary>The text of a notice file: as sent, and as kept between check and confirmation.</summary>
internal static class NoticeText
{
    /// <summary>A year's notice has some 5 kB; all years together some 60 kB.</summary>
    private const long MostBytes = 1L << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text that was sent: a file, or what was pasted.</summary>
    /// <exception cref="InputRefusedException">Neither or both were sent (RI7103, RI7104), it is too large (RI7105) or not UTF-8 (RI7106).</exception>
    public static async Task<string> ReadAsync(IFormFile? file, string? pasted, CancellationToken cancellation)
    {
        bool isPasted = !string.IsNullOrWhiteSpace(pasted);
        if (file is null or { Length: 0 })
        {
            return !isPasted ? throw CalendarRefusals.NoNotice.Refuse() : Fitting(pasted!);
        }

        string name = ShownText.Of(Path.GetFileName(file.FileName));
        if (isPasted)
        {
            throw CalendarRefusals.TwoNotices.Refuse(("name", name));
        }

        ThrowIfTooLarge(file.Length);
        byte[] bytes = new byte[file.Length];
        await using Stream sent = file.OpenReadStream();
        await sent.ReadExactlyAsync(bytes, cancellation);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw CalendarRefusals.NotUtf8.Refuse(("name", name));
        }
    }

    /// <summary>The text of a kept file.</summary>
    /// <exception cref="InputRefusedException">No notice file of that digest is kept (RI7109).</exception>
    public static async Task<string> KeptAsync(IEvidenceStore evidence, string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) is { LongLength: <= MostBytes } bytes
            ? Encoding.UTF8.GetString(bytes)
            : throw CalendarRefusals.UnknownFile.Refuse(("digest", ShownText.Of(digest)));

    private static string Fitting(string pasted)
    {
        ThrowIfTooLarge(Encoding.UTF8.GetByteCount(pasted));
        return pasted;
    }

    private static void ThrowIfTooLarge(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw CalendarRefusals.TooLarge.Refuse(("size", bytes), ("limit", MostBytes));
        }
    }
}
