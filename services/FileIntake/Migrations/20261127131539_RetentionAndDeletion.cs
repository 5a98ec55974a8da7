using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.FileIntake.Migrations
{
    /// <inheritdoc />
    public partial class RetentionAndDeletion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "batch_id",
                table: "inbox");

            migrationBuilder.CreateTable(
                name: "consumed_offsets",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    next_offset = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consumed_offsets", x => new { x.consumer, x.topic, x.partition });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "deleted_batches",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deleted_batches", x => x.batch_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_texts_created_at",
                table: "texts",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_batch_id",
                table: "held_messages",
                column: "batch_id",
                filter: "batch_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_dead_letter_id",
                table: "held_messages",
                column: "dead_letter_id",
                filter: "dead_letter_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_text_storage_id",
                table: "file_uploads",
                column: "text_storage_id",
                filter: "text_storage_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_resolved_at",
                table: "dead_letters",
                column: "resolved_at",
                filter: "resolved_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letter_accesses_dead_letter_id",
                table: "dead_letter_accesses",
                column: "dead_letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_deleted_batches_deleted_at",
                table: "deleted_batches",
                column: "deleted_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consumed_offsets");

            migrationBuilder.DropTable(
                name: "deleted_batches");

            migrationBuilder.DropIndex(
                name: "ix_texts_created_at",
                table: "texts");

            migrationBuilder.DropIndex(
                name: "ix_held_messages_batch_id",
                table: "held_messages");

            migrationBuilder.DropIndex(
                name: "ix_held_messages_dead_letter_id",
                table: "held_messages");

            migrationBuilder.DropIndex(
                name: "ix_file_uploads_text_storage_id",
                table: "file_uploads");

            migrationBuilder.DropIndex(
                name: "ix_dead_letters_resolved_at",
                table: "dead_letters");

            migrationBuilder.DropIndex(
                name: "ix_dead_letter_accesses_dead_letter_id",
                table: "dead_letter_accesses");

            migrationBuilder.AddColumn<Guid>(
                name: "batch_id",
                table: "inbox",
                type: "uuid",
                nullable: true);
        }
    }
}
