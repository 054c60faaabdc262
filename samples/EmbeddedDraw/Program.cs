using EmbeddedDraw;
using EmbeddedDraw.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// An application that was there before: a bureau's registry with tables of its own. FirmDraws is all that it has of this library.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
builder.Services.AddDbContext<RegistryContext>(options => options.UseSqlite($"Data Source={builder.Configuration["Registry"] ?? "registry.db"}"));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddScoped<FirmDraws>();

WebApplication app = builder.Build();
using (IServiceScope scope = app.Services.CreateScope())
{
    RegistryContext registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
    await registry.Database.EnsureCreatedAsync();
    await registry.FillAsync(CancellationToken.None);
}

app.MapControllerRoute("default", "{controller=Firms}/{action=Index}/{id?}");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"登记簿  {string.Join("  ", app.Urls)}"));
app.Run();
