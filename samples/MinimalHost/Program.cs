using MinimalHost;
using RandomInspection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Web;
using RandomInspection.Web.Account;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // in every environment, published or not
DataFolder data = DataFolder.Open(builder);
builder.AddTelemetry();

// Setting: PostgreSql, for example "Host=db;Database=inspection;Username=inspection;Password=…"; without it a SQLite file in the data folder.
RandomInspectionBuilder inspection = builder.Services.AddRandomInspection();
_ = builder.Configuration["PostgreSql"] is { Length: > 0 } postgreSql ? inspection.UsePostgreSql(postgreSql) : inspection.UseSqlite($"Data Source={data.Database}");
inspection
    .UsePublishedCatalogue()
    .UseSigner(new EcdsaP256Signer(data.SigningKey())) // an HSM would stand behind ISigner
    .UseCheckpoints(builder.Configuration["Ledger:Origin"]!, builder.Configuration.GetSection("Ledger:Witnesses").Get<string[]>() ?? [])
    .UseStaff(SampleStart.Departments, [.. DemoPeople.All, .. SampleClerks.All, .. SampleInspectors.People, .. SampleSubordinates.People]);
inspection.UseCluster(builder, data);
bool exchanges = inspection.UseExchange(builder.Configuration, data);
builder.Services.AddRandomInspectionWeb(options =>
{
    options.People = DemoPeople.All;
    options.ApiRequestsAMinute = builder.Configuration.GetValue("Api:RequestsAMinute", options.ApiRequestsAMinute);
    options.MorePeople = [.. SampleClerks.All, .. SampleInspectors.People, .. SampleSubordinates.People];
});
builder.Services.AddOpenIdConnectSignIn(builder.Configuration.GetSection("SignIn")); // without that section: the demo people, in Development only

WebApplication app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
await SampleStart.RunAsync(app.Services);
app.UseRandomInspection();
app.MapRandomInspection();
if (exchanges)
{
    app.MapExchange();
}

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"双随机·一公开 RandomInspection  {string.Join("  ", app.Urls)}"));
app.Run();
