using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class TimelineKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_batch_timeline",
                table: "batch_timeline");

            migrationBuilder.DropIndex(
                name: "ix_batch_timeline_batch_id_occurred_at",
                table: "batch_timeline");

            migrationBuilder.DropIndex(
                name: "ix_batch_timeline_correlation_id_occurred_at",
                table: "batch_timeline");

            migrationBuilder.AddPrimaryKey(
                name: "pk_batch_timeline",
                table: "batch_timeline",
                columns: new[] { "batch_id", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_correlation_id",
                table: "batch_timeline",
                column: "correlation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_batch_timeline",
                table: "batch_timeline");

            migrationBuilder.DropIndex(
                name: "ix_batch_timeline_correlation_id",
                table: "batch_timeline");

            migrationBuilder.AddPrimaryKey(
                name: "pk_batch_timeline",
                table: "batch_timeline",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_batch_id_occurred_at",
                table: "batch_timeline",
                columns: new[] { "batch_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_correlation_id_occurred_at",
                table: "batch_timeline",
                columns: new[] { "correlation_id", "occurred_at" });
        }
    }
}
