using System.Globalization;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Exchange;

namespace ExchangePartners;

/// <summary>省级平台：a platform that speaks webhooks, and often enough does not: it fails or hangs, before and after it has kept what came.</summary>
internal static class Province
{
    public static async Task<int> RunAsync(string folder, int port, string[] rest)
    {
        (int fail, int hang) = rest is [string f, string h, ..] ? (int.Parse(f, CultureInfo.InvariantCulture), int.Parse(h, CultureInfo.InvariantCulture)) : (0, 0);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Services.AddSide(folder, Sides.Province());
        WebApplication app = builder.Build();
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.Services.GetRequiredService<FrontDatabase>().CreateAsync(CancellationToken.None);
        app.Use((context, next) => MisbehaveAsync(context, next, fail, hang));
        app.MapExchange();
        Console.WriteLine($"listening on {port}");
        await app.RunAsync();
        return 0;
    }

    /// <summary>Half of what goes wrong goes wrong after the message was kept, when the sender cannot know.</summary>
    private static async Task MisbehaveAsync(HttpContext context, RequestDelegate next, int fail, int hang)
    {
        int chance = Random.Shared.Next(100);
        if (chance >= fail + hang)
        {
            await next(context);
            return;
        }

        if (Random.Shared.Next(2) == 0)
        {
            Stream answer = context.Response.Body;
            context.Response.Body = new MemoryStream();
            await next(context);
            context.Response.Body = answer;
            context.Response.Headers.ContentLength = null;
        }

        if (chance >= fail)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return; // the sender has given up waiting
            }
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
