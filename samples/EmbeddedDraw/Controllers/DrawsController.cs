using EmbeddedDraw.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using RandomInspection;
using RandomInspection.Drawing;

namespace EmbeddedDraw.Controllers;

/// <summary>The draws.</summary>
/// <param name="draws">Draws them.</param>
/// <param name="registry">The tables.</param>
public sealed class DrawsController(FirmDraws draws, RegistryContext registry) : Controller
{
    /// <summary>All draws, and the form of a new one.</summary>
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await registry.Draws.OrderBy(draw => draw.Id).ToListAsync(cancellation));

    /// <summary>One draw.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IActionResult> Show(string id, CancellationToken cancellation)
    {
        try
        {
            return View(await draws.FindAsync(id, cancellation));
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    /// <summary>The public record.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IActionResult> Record(string id, CancellationToken cancellation) =>
        await registry.Draws.SingleOrDefaultAsync(draw => draw.Id == id && draw.Record != null, cancellation) is { } drawn ? File(FirmDraws.PublicRecord(drawn), "application/json") : NotFound();

    /// <summary>Opens a draw.</summary>
    /// <param name="among"><c>firms</c> or <c>officers</c>.</param>
    /// <param name="design">The design.</param>
    /// <param name="revealBy">A moment, ISO 8601 in UTC.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    [HttpPost]
    public Task<IActionResult> Open(string among, string design, string revealBy, CancellationToken cancellation) => RefusedOrAsync(
        async () => InstantPattern.ExtendedIso.Parse(revealBy ?? "") is { Success: true, Value: Instant moment } ? await draws.OpenAsync(among, design ?? "", moment, cancellation) : throw new FormatException("revealBy"));

    /// <summary>Reveals the bureau's value.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    [HttpPost]
    public Task<IActionResult> Reveal(string id, CancellationToken cancellation) => RefusedOrAsync(async () =>
    {
        await draws.RevealAsync(id, cancellation);
        return id;
    });

    /// <summary>Takes the public value and draws.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="publicValue">The value in hex.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    [HttpPost]
    public Task<IActionResult> Decide(string id, string publicValue, CancellationToken cancellation) => RefusedOrAsync(async () =>
    {
        await draws.DrawAsync(id, publicValue ?? "", cancellation);
        return id;
    });

    /// <summary>To the draw; what is refused says why.</summary>
    private async Task<IActionResult> RefusedOrAsync(Func<Task<string>> step)
    {
        try
        {
            return RedirectToAction(nameof(Show), new { id = await step() });
        }
        catch (RefusalException refused)
        {
            return UnprocessableEntity($"{refused.Refusal.Code} {refused.Refusal.Reason(Language.Chinese)} {refused.Refusal.Remedy(Language.Chinese)}");
        }
        catch (FormatException)
        {
            return UnprocessableEntity("时间须为 UTC 的 ISO 8601 格式，例如 2026-11-27T09:00:00Z");
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
        catch (DbUpdateException)
        {
            return Conflict("已有人办理同一步，请刷新后查看。");
        }
    }
}
