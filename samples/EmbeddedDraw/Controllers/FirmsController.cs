using EmbeddedDraw.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EmbeddedDraw.Controllers;

/// <summary>The registry's list of firms.</summary>
/// <param name="registry">The tables.</param>
public sealed class FirmsController(RegistryContext registry) : Controller
{
    /// <summary>The list.</summary>
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await registry.Firms.OrderBy(firm => firm.Id).ToListAsync(cancellation));
}
