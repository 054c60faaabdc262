using InspectionHost;
using Microsoft.AspNetCore.DataProtection;
using RandomInspection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Web;
using RandomInspection.Web.Account;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();

// What must outlive the host; setting: DataFolder.
DirectoryInfo data = Directory.CreateDirectory(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataFolder"] ?? "data"));
builder.Services.AddDataProtection().SetApplicationName("InspectionHost").PersistKeysToFileSystem(data.CreateSubdirectory("keys"));

// Setting: PostgreSql, for example "Host=db;Database=inspection;Username=inspection;Password=…"; without it a SQLite file.
RandomInspectionBuilder inspection = builder.Services.AddRandomInspection();
_ = builder.Configuration["PostgreSql"] is { Length: > 0 } postgreSql ? inspection.UsePostgreSql(postgreSql) : inspection.UseSqlite($"Data Source={Path.Combine(data.FullName, "inspection.db")}");
inspection
    .UsePublishedCatalogue()
    .UseStaff(People.Departments, People.All);
builder.Services.AddRandomInspectionWeb(options => options.People = People.All);
builder.Services.AddOpenIdConnectSignIn(builder.Configuration.GetSection("SignIn")); // without that section: the people above, in Development only

WebApplication app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
app.UseRandomInspection();
app.MapRandomInspection();

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"双随机·一公开  {string.Join("  ", app.Urls)}"));
app.Run();
